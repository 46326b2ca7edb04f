-- Everybody whose confirmed address lies in a building.
CREATE INDEX account_home_in_building ON account_home (building_id) WHERE state = 'CONFIRMED';
